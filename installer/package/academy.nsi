; The installer for Windows: for one person without an administrator, or for everybody with one.
;   makensis -DVERSION=0.1.0 -DFROM=dist/academy -DICONS=build/package -DTO=dist academy.nsi
; FROM is the folder that freeze.py makes on Windows, ICONS where icons.py wrote the .ico files.
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true

!define NAME "Academy"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${TO}/academy-${VERSION}-setup.exe"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Installs ${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "Academy contributors"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICONS}/academy.ico"
!define MUI_UNICON "${ICONS}/academy.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
; the uninstaller and a newer version speak the language that was chosen
!define MUI_LANGDLL_REGISTRY_ROOT SHCTX
!define MUI_LANGDLL_REGISTRY_KEY "Software\${NAME}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\academy.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "--sample"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenSample)"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
; NSIS has these in English only
!define MULTIUSER_TEXT_INSTALLMODE_TITLE "Dewis Defnyddwyr"
!define MULTIUSER_TEXT_INSTALLMODE_SUBTITLE "Dewiswch i ba ddefnyddwyr rydych am osod $(^NameDA)."
!define MULTIUSER_INNERTEXT_INSTALLMODE_TOP "Dewiswch a ydych am osod $(^NameDA) i chi’ch hun yn unig neu i bawb sy’n defnyddio’r cyfrifiadur hwn. $(^ClickNext)"
!define MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS "Gosod i bawb sy’n defnyddio’r cyfrifiadur hwn"
!define MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER "Gosod i mi yn unig"
!insertmacro MUI_LANGUAGE "Welsh"

LangString OpenSample ${LANG_ENGLISH} "Open the sample academy"
LangString OpenSample ${LANG_WELSH} "Agor yr academi enghreifftiol"
LangString AcademyFile ${LANG_ENGLISH} "Academy"
LangString AcademyFile ${LANG_WELSH} "Academi"
LangString RegisterFile ${LANG_ENGLISH} "Register pack of a session"
LangString RegisterFile ${LANG_WELSH} "Pecyn cofrestr sesiwn"
LangString StillOpen ${LANG_ENGLISH} "Academy is open. Close it, then choose Retry."
LangString StillOpen ${LANG_WELSH} "Mae Academy ar agor. Caewch y rhaglen, yna dewiswch Ailgynnig."
LangString FilesStay ${LANG_ENGLISH} "Academy was removed. Your academy files stay where you keep them."
LangString FilesStay ${LANG_WELSH} "Tynnwyd Academy. Mae eich ffeiliau academi yn aros lle rydych yn eu cadw."

; A kind of file: its name for people, its icon and how it is opened.
!macro Associate ENDING KIND WORDS ICON
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "${WORDS}"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${ICON}"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\academy.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\${ENDING}" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${KIND}" ""
!macroend

; Another program may have taken the ending meanwhile: then it keeps it.
!macro Dissociate ENDING KIND
  ReadRegStr $0 SHCTX "Software\Classes\${ENDING}" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegValue SHCTX "Software\Classes\${ENDING}" ""
  DeleteRegValue SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
!macroend

; A program that runs cannot be replaced: its file does not open for writing.
!macro RequireClosed
  again:
  IfFileExists "$INSTDIR\academy.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\academy.exe" a
  IfErrors 0 +4
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Quit
  FileClose $0
  closed:
!macroend

Function .onInit
  !insertmacro MULTIUSER_INIT
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section
  !insertmacro RequireClosed
  RMDir /r "$INSTDIR\_internal" ; nothing of an older version stays
  SetOutPath "$INSTDIR"
  File /r "${FROM}/*.*"
  File "${ICONS}/academy-file.ico"
  File "${ICONS}/register-file.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\academy.exe"
  !insertmacro Associate ".academy" "Academy.File" "$(AcademyFile)" "academy-file.ico"
  !insertmacro Associate ".register" "Academy.Register" "$(RegisterFile)" "register-file.ico"
  WriteRegStr SHCTX "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\academy.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Academy contributors"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  !insertmacro RequireClosed
  !insertmacro Dissociate ".academy" "Academy.File"
  !insertmacro Dissociate ".register" "Academy.Register"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\academy.exe"
  Delete "$INSTDIR\academy-file.ico"
  Delete "$INSTDIR\register-file.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing else was put there
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${NAME}"
  ${RefreshShellIcons}
  MessageBox MB_OK|MB_ICONINFORMATION "$(FilesStay)" /SD IDOK
SectionEnd
