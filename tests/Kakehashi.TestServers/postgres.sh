# One PostgreSQL for one test process: sh postgres.sh <folder of the binaries> <port>
# Says "ready" on standard output, lives until standard input closes - which also happens when the process that holds
# the other end is killed - and then stops the server and removes its folder.
trap '' INT TERM HUP
set -u
bin=$1 port=$2
cd /

# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    as() { setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"; }
else
    as() { "$@"; }
fi

# A temporary folder of one person is closed to the server's user: then the common one.
folder=$(as mktemp -d "${TMPDIR:-/tmp}/kakehashi-postgres.XXXXXX" 2>/dev/null || as mktemp -d /tmp/kakehashi-postgres.XXXXXX) || exit 1
log=$folder/log

fail() {
    as cat "$log"
    rm -rf "$folder"
    exit 1
}

# ICU and UTF-8: with the plain C locale pg_trgm makes no trigrams of Japanese and a search silently finds nothing.
as sh -c '"$0" -D "$1/data" -U kakehashi -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=ja-JP -N >"$1/log" 2>&1' \
    "$bin/initdb" "$folder" || fail
as "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$log" -o "-p $port -k $folder -c listen_addresses=127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
    -c max_wal_size=256MB -c max_connections=200" start >/dev/null 2>&1 || fail

echo ready
cat >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -m immediate stop >/dev/null 2>&1
rm -rf "$folder"
