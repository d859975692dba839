#!/bin/sh
# The packages hold the program, its page and its documents, and run where only the system
# libraries that they name are installed.
#
#   package_test.sh FOLDER      the folder that holds afterword_*.deb and afterword-*.tar.gz
#
# With debootstrap and the right to use it (root), both are installed in a clean Debian 12 root and run
# there without a network; else their contents and library needs are checked on this machine.
set -eu
packages=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "package_test: $1" >&2
  exit 1
}

deb=$(ls "$packages"/afterword_*.deb) || fail "no .deb in $packages"
tarball=$(ls "$packages"/afterword-*.tar.gz) || fail "no tarball in $packages"

check_contents() {
  for file in bin/afterword share/afterword/samples/README.md share/doc/afterword/LICENSE; do
    dpkg-deb --contents "$deb" | grep " ./usr/$file\$" >/dev/null || fail "$file is not in the .deb"
    tar -tzf "$tarball" | grep "/$file\$" >/dev/null || fail "$file is not in the tarball"
  done
  dpkg-deb --field "$deb" Depends | grep -q 'libsqlite3-0' || fail "the .deb names no libraries"
}

# Reads the samples, finds something and verifies with the program at $1, after $2 (a chroot).
check_program() {
  program=$1
  in_root=$2
  $in_root "$program" read /usr/share/afterword/samples/wire --casebook /tmp/t.casebook >/dev/null ||
    fail "$program does not read"
  $in_root "$program" search ammunition --casebook /tmp/t.casebook --format csv | grep -q ammunition ||
    fail "$program does not find"
  $in_root "$program" verify --casebook /tmp/t.casebook >/dev/null || fail "$program does not verify"
  rm -f "$work"/root/tmp/t.casebook*
}

check_in_clean_root() {
  root=$work/root
  debootstrap --variant=minbase bookworm "$root" >"$work/log" 2>&1 || {
    tail -3 "$work/log" >&2
    return 1
  }
  cp "$deb" "$root/tmp/afterword.deb"
  chroot "$root" sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends /tmp/afterword.deb' \
    >"$work/log" 2>&1 || fail "the .deb does not install: $(tail -3 "$work/log")"
  offline="unshare --net chroot $root"
  check_program afterword "$offline"
  # The tarball runs on the same libraries.
  mkdir "$root/opt/afterword"
  tar -xzf "$tarball" -C "$root/opt/afterword" --strip-components=1
  tarball_program=$(cd "$root" && find opt/afterword -name afterword -type f -perm -u+x | head -n 1)
  check_program "/$tarball_program" "$offline"
  echo "package_test: .deb and tarball run in a clean Debian 12 without a network"
}

check_libraries() {
  dpkg-deb --extract "$deb" "$work/tree"
  missing=$(ldd "$work/tree/usr/bin/afterword" | grep 'not found' || true)
  [ -z "$missing" ] || fail "libraries are missing: $missing"
  "$work/tree/usr/bin/afterword" --version >/dev/null || fail "the packaged program does not start"
  echo "package_test: contents and libraries are right (no clean root could be made here)"
}

check_contents
if [ "$(id -u)" -eq 0 ] && command -v debootstrap >/dev/null && check_in_clean_root; then
  exit 0
fi
check_libraries
