#!/bin/sh
# enter_chroot.sh CHROOT SHARED PROGRAM ARGUMENT...
# Runs a program in a chroot that sees the folder SHARED under its own name. Must be the first process of
# its own mount and process namespaces, which debian_chroot.mjs makes: nobody else sees the mounts made
# here, and the mounts and all processes started here end with it.
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
# apt and npm inside need the names of the network.
for file in /etc/resolv.conf /etc/hosts; do
  if [ -e "$file" ]; then cp -L "$file" "$chroot$file"; fi
done

# The starter's environment is not passed on: PATH, HOME and LANG belong to the chroot.
chroot "$chroot" "$@" &
child=$!
wait "$child"
