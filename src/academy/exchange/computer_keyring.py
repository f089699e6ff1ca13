"""The keyring of this computer, where there is one: it keeps a key’s passphrase for its user."""

from __future__ import annotations

from typing import Final

SERVICE: Final = "Academy signing key"


def usable() -> bool:
    """Tell whether this computer has a keyring that keeps secrets."""
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def keep(kid: str, passphrase: str) -> bool:
    """Keep the passphrase of a key; tell whether the keyring took it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, kid, passphrase)
        return keyring.get_password(SERVICE, kid) == passphrase
    except KeyringError:
        return False


def kept(kid: str) -> str | None:
    """Return the passphrase of a key, if the keyring has it and gives it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, kid)
    except KeyringError:
        return None


def forget(kid: str) -> None:
    """Keep the passphrase of a key no longer."""
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_password(SERVICE, kid) is not None:
            keyring.delete_password(SERVICE, kid)
    except KeyringError:
        return
