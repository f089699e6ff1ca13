"""The language of the interface: British English, with its plurals from the translation file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from academy.paths import resource


def install(application: QCoreApplication) -> None:
    """Let sentences with a count take their right form, and dates and numbers be British.

    Once is enough: each translator more is asked for each word.
    """
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if application.findChild(QTranslator) is not None:
        return
    translator = QTranslator(application)
    if translator.load(str(resource("i18n/academy_en_GB.qm"))):
        application.installTranslator(translator)
