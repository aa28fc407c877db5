; Inno Setup 6.5: the installer for Windows. Run by package-windows.ps1: iscc /DVersion=0.1.0 .ci\windows.iss
[Setup]
AppId={{6B7B1C0E-3D0B-4E0E-9C55-7C1F6A3B7A52}
AppName=Qusasat
AppVersion={#Version}
AppPublisher=Qusasat
DefaultDirName={autopf}\Qusasat
DefaultGroupName=Qusasat
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
SetupIconFile=..\build\icons\qusasat.ico
UninstallDisplayIcon={app}\qusasat.exe
LicenseFile=..\LICENSE
OutputDir=..\build
OutputBaseFilename=qusasat-{#Version}-setup
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\build\bundle\qusasat\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Qusasat"; Filename: "{app}\qusasat.exe"
Name: "{autodesktop}\Qusasat"; Filename: "{app}\qusasat.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "Software\Classes\.qusasat"; ValueType: string; ValueData: "Qusasat.Archive"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Qusasat.Archive"; ValueType: string; ValueData: "Qusasat archive"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Qusasat.Archive\DefaultIcon"; ValueType: string; ValueData: "{app}\qusasat.exe,0"
Root: HKA; Subkey: "Software\Classes\Qusasat.Archive\shell\open\command"; ValueType: string; ValueData: """{app}\qusasat.exe"" ""%1"""

[Run]
Filename: "{app}\qusasat.exe"; Description: "{cm:LaunchProgram,Qusasat}"; Flags: nowait postinstall skipifsilent
