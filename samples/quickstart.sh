#!/usr/bin/env bash
# Makes one real video on a fresh Debian or Ubuntu that has only the .NET 10 SDK: samples/quickstart.sh "a prompt" --output DIR
# All arguments go to the sample. Its stdout ends in one line of JSON, so this script speaks on stderr alone.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=.ci/need.sh
source "$root/.ci/need.sh"

need_for_video
install_wanted

# The caller's folder stays current: a relative --output means what they typed.
exec dotnet run --project "$root/samples/QuickStart" --configuration Release -- "$@"
