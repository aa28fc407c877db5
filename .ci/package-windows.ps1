# The installer for Windows, into build\. Needs Python 3.11 to 3.14 and Inno Setup 6.5 or newer, the first that
# speaks Arabic (iscc on the PATH). Written after their manuals; not yet tried on Windows.
# To sign it, set QUSASAT_SIGN to a signtool line that takes a file's name at its end.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Run([string] $program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { throw "$program $args ended with $LASTEXITCODE" }
}

Run python -m venv .venv
$python = ".venv\Scripts\python.exe"
Run $python -m pip install --quiet --upgrade "pip>=25.1"
Run $python -m pip install --quiet --editable . --group package --group test
$env:QT_QPA_PLATFORM = "offscreen"
$env:PYTHONUTF8 = "1"
Run $python -m pytest -q
New-Item -ItemType Directory -Force build | Out-Null
Run $python .ci\icons.py build\icons
Run $python .ci\licences.py --texts build\licences.txt
Run $python -m PyInstaller --noconfirm --log-level WARN --distpath build\bundle --workpath build\work .ci\bundle.spec
Run build\bundle\qusasat\qusasat-cli.exe extract resources\sample --json | Out-Null
$version = (Select-String -Path pyproject.toml -Pattern '^version = "(.+)"').Matches[0].Groups[1].Value
Run iscc "/DVersion=$version" .ci\windows.iss
if ($env:QUSASAT_SIGN) { Invoke-Expression "$env:QUSASAT_SIGN build\qusasat-$version-setup.exe" }
