#!/usr/bin/env bash
# Builds and runs every test on a fresh Debian or Ubuntu that has only the .NET 10 SDK.
# Arguments go to `dotnet test`, for example: tests/run.sh --filter-class '*EdgeTests'
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=.ci/need.sh
source "$root/.ci/need.sh"

need_for_video
need git 'lists the files that the conventions are held against' have git
need sqlite3 'reads the ledger as a user would' have sqlite3
need postgresql 'the server that the PostgreSQL tests start' have_postgres_server
need chromium 'looks at the reports as a reader would' have_chromium
need nodejs 'runs the JavaScript peers' have node
need npm 'fetches the JavaScript peers and emulators' have npm
need clang 'links ahead-of-time compiled programs' have clang
need zlib1g-dev 'is linked into ahead-of-time compiled programs' test -e /usr/include/zlib.h
install_wanted

# Current clients, emulators and peers need Node.js 22, newer than the distribution's; all of it is kept inside artifacts/, which git ignores.
# The clients are those that vendors publish; the emulators stand in for object storage.
node=$root/artifacts/node
packages=(node@22 @runwayml/sdk@4.20.1 openai@7.57.0 @fal-ai/client@1.10.1 azurite@3.35.0 s3rver@3.7.1)
if [[ $(cat "$node/installed" 2>/dev/null) != "${packages[*]}" ]]; then
  say "installing with npm into artifacts/node: ${packages[*]}"
  npm install --prefix "$node" --no-audit --no-fund --no-save --loglevel=error "${packages[@]}" >&2
  printf '%s' "${packages[*]}" >"$node/installed"
fi

cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Release: what is tested, packed and compiled ahead of time is then what users get, and it is built once.
dotnet build VideoGen.Sdk.sln --configuration Release -warnaserror -warnnotaserror:NU1900 -verbosity:minimal

# One module at a time: on two cores a neighbour would starve tests that hold a deadline, and each module is parallel inside.
# A program in which no test ends for five minutes is ended and fails, with the names of those that were running beside its report.
exec dotnet test --solution VideoGen.Sdk.sln --configuration Release --no-build --max-parallel-test-modules 1 \
  --hangdump --hangdump-timeout 5m --hangdump-type None "$@"
