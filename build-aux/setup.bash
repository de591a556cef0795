# What ./run and ./test share: Debian's packages, and a build in build/. To be sourced; `root` is the source tree.
# All it has to say goes to stderr, since stdout belongs to the program.

build_packages=(
	autoconf
	automake
	autopoint
	g++
	gcc
	gettext
	libc6-dev
	libcadical-dev
	libcdk5-dev
	libiniparser-dev
	libjansson-dev
	libncurses-dev
	make
	pkg-config
)
test_packages=(
	libcmocka-dev
	libvterm-dev
	mandoc
)

build=$root/build

fail() {
	echo "sitwell: $1" >&2
	exit 1
}

# Usage: quietly LOG COMMAND...
# Shows the log only where the command fails.
quietly() {
	local log=$1
	shift
	if ! "$@" >"$log" 2>&1 </dev/null; then
		tail -n 60 "$log" >&2
		return 1
	fi
}

# Usage: missing_packages PACKAGE...
missing_packages() {
	local package
	for package; do
		dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed$' || echo "$package"
	done
}

apt_install() {
	local log
	log=$(mktemp)
	echo "Installing $*" >&2
	quietly "$log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update &&
		quietly "$log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get -q -y install --no-install-recommends "$@" ||
		fail "these packages could not be installed: $*"
	rm -f "$log"
}

# Usage: install_missing PACKAGE...
# As root it installs what is missing; otherwise it asks first, and where it cannot ask it says what to do.
# Without dpkg it leaves the word to configure.
install_missing() {
	local missing answer
	command -v dpkg >/dev/null || return 0
	mapfile -t missing < <(missing_packages "$@")
	[ ${#missing[@]} -gt 0 ] || return 0
	as_root=()
	if [ "$(id -u)" -ne 0 ]; then
		if ! [ -t 0 ] || ! command -v sudo >/dev/null; then
			fail "please install what is missing, as root: apt-get install ${missing[*]}"
		fi
		printf 'sitwell needs: %s\nInstall with sudo? [y/N] ' "${missing[*]}" >&2
		read -r answer
		case $answer in
		[yY]*) as_root=(sudo) ;;
		*) fail "nothing was installed; it needs: apt-get install ${missing[*]}" ;;
		esac
	fi
	apt_install "${missing[@]}"
}

# Usage: build_program
# Configures what is not configured yet and builds, out of the tree. A configure that found less than there is
# now (cmocka, installed since) runs again.
build_program() {
	mkdir -p "$build"
	[ -x "$build/sitwell" ] || echo 'Building sitwell' >&2
	if ! [ -x "$root/configure" ] || ! [ -f "$root/Makefile.in" ]; then
		(cd "$root" && quietly "$build/autoreconf.log" autoreconf -i) || fail 'autoreconf failed, see above'
	fi
	if ! [ -f "$build/Makefile" ] || [ "$(cat "$build/configured-with" 2>/dev/null)" != "$(installed_libraries)" ]; then
		(cd "$build" && quietly configure.log "$root/configure") || fail 'configure failed, see above'
		installed_libraries > "$build/configured-with"
	fi
	make_quietly make.log all || fail 'the build failed, see above'
}

# The versions of what configure looks for.
installed_libraries() {
	command -v dpkg-query >/dev/null || return 0
	dpkg-query -W -f '${Package} ${Version} ${db:Status-Abbrev}\n' "${build_packages[@]}" "${test_packages[@]}" 2>/dev/null || :
}

# Usage: make_quietly LOG TARGET...
make_quietly() {
	local log=$build/$1
	shift
	quietly "$log" make -C "$build" -j"$(nproc)" "$@"
}
