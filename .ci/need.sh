# shellcheck shell=bash
# Sourced by samples/quickstart.sh and tests/run.sh: installs what a fresh Debian or Ubuntu lacks, and says so.
# Everything is said on stderr, because stdout belongs to the program that is run afterwards.

wanted=()

say() { printf '%s\n' "$*" >&2; }

# need PACKAGE WHY CHECK...: notes the package when the check fails; nothing is asked of the network for what is there.
need() {
  local package=$1 why=$2
  shift 2
  "$@" >/dev/null 2>&1 && return
  say "missing: $package ($why)"
  wanted+=("$package")
}

have() { command -v "$1"; }

# PostgreSQL keeps its server programs outside PATH, one folder per version.
have_postgres_server() { have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb'; }

have_chromium() { have chromium || have chromium-browser || have google-chrome; }

have_font() { compgen -G '/usr/share/fonts/*/dejavu/DejaVuSans.ttf' || fc-list | grep -qi dejavu; }

need_for_video() {
  need ffmpeg 'renders, probes and fits videos' have_ffmpeg
  need fonts-dejavu-core 'the letters of the local renderer' have_font
}

have_ffmpeg() { have ffmpeg && have ffprobe; }

# Installs all that was noted, in one go. Fails when it cannot, since what is noted is needed.
install_wanted() {
  ((${#wanted[@]})) || return 0
  local as_root=()
  if ! have apt-get >/dev/null; then
    say "This system has no apt-get: install ${wanted[*]} (or what they are called here) and run this again."
    # Without ffmpeg there is no video; whatever else is missing shows itself where it is used.
    have_ffmpeg >/dev/null && return 0
    return 1
  fi
  if ((EUID != 0)); then
    if ! have sudo >/dev/null; then
      say "Not root and no sudo: ask an administrator to run: apt-get install ${wanted[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  say "installing with apt-get: ${wanted[*]}"
  "${as_root[@]}" apt-get -q update >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${wanted[@]}" >&2
}
