#!/usr/bin/env bash
# The kitty graphics protocol's way to ask whether a terminal can show pictures is an APC string that others
# "ignore". tmux 3.3a does not ignore it and does not hand it on: the text of the question becomes the
# pane's title, which its status line then shows, for as long as nobody sets another.
set -euo pipefail
folder=$(mktemp -d); trap 'tmux/usr/bin/tmux -S "$folder/socket" kill-server 2>/dev/null || true; rm -rf "$folder"' EXIT; cd "$folder"
apt-get download --quiet tmux=3.3a-3 >/dev/null 2>&1 || { echo "tmux 3.3a-3 is not to be had here"; exit 1; }
dpkg -x tmux_*.deb tmux
tmux() { LC_ALL=C.UTF-8 TERM=xterm-256color "$folder/tmux/usr/bin/tmux" -S "$folder/socket" -f /dev/null "$@"; }
printf '\033_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\033\\' > question
tmux new-session -d "cat question; touch asked; sleep 60"
before=$(tmux display -p '#{host}')
for _ in $(seq 100); do [ -e asked ] && break; sleep 0.1; done
for _ in $(seq 50); do title=$(tmux display -p '#{pane_title}'); [ "$title" = "$before" ] || break; sleep 0.1; done
tmux -V
echo "title without the question: the host's name; after it: $title"
[ "$title" = 'Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA' ]
