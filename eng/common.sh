# Read by ./run, ./test: finding what the build needs. Everything is said on standard error, in both languages.

say() { printf '%s\n' "$@" >&2; }

# The SDK is asked from the root of the repository, where global.json names the version.
need_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1 || ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
        say "kakehashi: .NET SDK 10 がありません。.NET 10 SDK（ランタイムだけでは足りません）をインストールし、dotnet を PATH に入れてください。" \
            "kakehashi: The .NET SDK 10 is missing. Install the .NET 10 SDK (the runtime alone is not enough) and put dotnet on PATH."
        exit 69
    fi
}

need_node() {
    node_version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9]*\)\..*/\1/p')
    if [ "${node_version:-0}" -lt 20 ] || ! command -v npm >/dev/null 2>&1; then
        say "kakehashi: Node.js 20 以降（npm を含む）がありません（見つかった版：${node_version:-なし}）。インストールし、PATH に入れてください。" \
            "kakehashi: Node.js 20 or later with npm is missing (found: ${node_version:-none}). Install it and put it on PATH."
        exit 69
    fi
}

# A built program looks for the runtime in the system's places only; an SDK in a home folder is found through PATH.
find_runtime() {
    [ -z "${DOTNET_ROOT:-}" ] || return 0
    muxer=$(resolve "$(command -v dotnet)")
    DOTNET_ROOT=$(dirname -- "$muxer")
    if [ -d "$DOTNET_ROOT/shared" ]; then export DOTNET_ROOT; else unset DOTNET_ROOT; fi
}

# The file behind a chain of symbolic links; `readlink -f` is not everywhere.
resolve() {
    resolved=$1
    while [ -h "$resolved" ]; do
        link=$(readlink "$resolved")
        case $link in
        /*) resolved=$link ;;
        *) resolved=$(dirname -- "$resolved")/$link ;;
        esac
    done
    printf '%s\n' "$resolved"
}
