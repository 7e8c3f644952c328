# What up, down and status share: the folder of a topology and the processes that it records, one a line in FOLDER/processes:
# name, process id, when it began (in clock ticks since the machine did, which no other process of this id has), address.
# shellcheck shell=bash

folder_named() {
    if [ -n "${1:-}" ]; then
        folder=$(readlink -m "$1")
    elif [ "$(id -u)" -eq 0 ] && [ -z "${XDG_STATE_HOME:-}" ]; then
        folder=/var/lib/reelsmith-local # root's own folder is closed to the user that PostgreSQL runs as
    else
        folder=${XDG_STATE_HOME:-$HOME/.local/state}/reelsmith-local
    fi
}

# One up or down at a time.
lock() {
    exec 9> "$folder/.lock"
    flock -n 9 || { echo "Another up or down is at work in $folder." >&2; exit 1; }
}

# Prints nothing when there is no such process, or it has ended and nobody waited for it.
began() {
    local stat
    { read -r stat < "/proc/$1/stat"; } 2> /dev/null || return 0
    read -r -a fields <<< "${stat##*) }"
    [ "${fields[0]}" = Z ] || echo "${fields[19]}"
}

# Whether a recorded process is still that process.
runs() { [ "$(began "$1")" = "$2" ]; }

# end SIGNAL NAMES: ends the recorded processes of these names (a pattern), and waits until they are gone.
end() {
    local signal=$1 names="^($2)(-[0-9]+)?$" name pid start waited
    [ -f "$folder/processes" ] || return 0
    while read -r name pid start _; do
        if [[ $name =~ $names ]] && runs "$pid" "$start"; then kill -s "$signal" "$pid" || true; fi
    done < "$folder/processes"
    while read -r name pid start _; do
        [[ $name =~ $names ]] || continue
        waited=0
        while runs "$pid" "$start"; do
            if [ "$waited" -eq 900 ]; then
                echo "$name does not end: killed." >&2
                kill -s KILL "$pid" || true
            fi
            waited=$((waited + 1))
            sleep 0.1
        done
    done < "$folder/processes"
}

# Gateways and workers hand back what they are at while the servers are still there.
end_all() {
    end TERM "gateway|script|speech|video|composer"
    end TERM "s3|rabbitmq"
    end INT postgres # its fast way: sessions are ended, everything is written
    rm -f "$folder/processes"
}
