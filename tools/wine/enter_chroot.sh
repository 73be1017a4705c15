#!/bin/sh
# enter_chroot.sh CHROOT SHARED PROGRAM ARGUMENT...
# Runs a program in a chroot that sees the folder SHARED under its own name. Expects to be the first
# process of its own mount and process namespaces (debian_chroot.mjs makes them): the mounts made
# here are seen by nobody else, and both they and every process started here end with it.
set -eu
chroot=$1
shared=$2
shift 2

mount --make-rprivate /
mount -t proc proc "$chroot/proc"
mount --rbind /dev "$chroot/dev"
mount -t tmpfs tmpfs "$chroot/tmp"
mkdir -p "$chroot$shared"
mount --bind "$shared" "$chroot$shared"
# The names of the network, for apt and npm inside.
for file in /etc/resolv.conf /etc/hosts; do
  if [ -e "$file" ]; then cp -L "$file" "$chroot$file"; fi
done

# The starter's own environment ends here: PATH, HOME and LANG belong to the chroot.
chroot "$chroot" "$@" &
child=$!
wait "$child"
