#!/bin/sh
# nn: finds a Java that is new enough and runs the jar that follows this text in the same file.
#   NN_JAVA_HOME     the JDK to use, and no other
#   NN_JAVA_OPTIONS  more options for that Java, parted by blanks; with any, the caches below stay aside
# Beside this file may lie $0.aot and $0.jsa, which the build makes: classes that Java need not read and check again.
# Java passes over one that does not fit it (with -Xlog:disable in silence), so they may be deleted or left behind at any time.
# The class brickwork.cli.Launch looks in the same places in the same order.

need=25
vector=jdk.incubator.vector

# Reads what the JDK in folder $1 says of itself, without starting it. False where $1 holds none.
look() {
    version=
    modules=
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            JAVA_VERSION=*) version=${line#*=} ;;
            MODULES=*) modules=${line#*=} ;;
        esac
    done <"$1/release"
    version=${version#\"}
    version=${version%%\"*}
    modules=${modules#\"}
    modules=${modules%%\"*}
    major=${version%%[!0-9]*}
    [ -n "$major" ]
}

# Becomes the JDK in folder $1, which look has just read. The other arguments are the user's.
start() {
    java=$1/bin/java
    shift
    case ${NN_JAVA_OPTIONS-} in
        *-XX:+Use*GC*) collector= ;;
        *) collector=-XX:+UseSerialGC ;;
    esac
    case ${1-} in
        # These compute nothing: no vectors, and no time for a compiler that optimizes.
        check | fmt | explain | '' | -*)
            options=-XX:TieredStopAtLevel=1
            cache=$0.aot use=-XX:AOTCache
            ;;
        *)
            options=
            case " $modules " in
                *" $vector "*)
                    # Vectors are very slow until they are compiled, so that is done after a few calls, and waited for.
                    simd='brickwork.kernel.simd.*::*'
                    options="--add-modules=$vector -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,$simd,0.02"
                    options="$options -XX:CompileCommand=BackgroundCompilation,$simd,false -Dbrickwork.vectors.early=true"
                    ;;
            esac
            cache=$0.jsa use=-XX:SharedArchiveFile
            ;;
    esac
    set -f
    if [ -z "${NN_JAVA_OPTIONS-}" ] && [ -r "$cache" ] && [ "$cache" -nt "$0" ]; then
        # shellcheck disable=SC2086
        exec "$java" $options $collector "$use=$cache" -Xlog:disable -jar "$0" "$@"
    fi
    # shellcheck disable=SC2086
    exec "$java" $options $collector ${NN_JAVA_OPTIONS-} -jar "$0" "$@"
}

if [ -n "${NN_JAVA_HOME-}" ]; then
    if ! look "$NN_JAVA_HOME"; then
        echo "nn: NN_JAVA_HOME is $NN_JAVA_HOME, but no JDK is there (bin/java and release)." >&2
    elif [ "$major" -lt "$need" ]; then
        echo "nn: NN_JAVA_HOME is $NN_JAVA_HOME, which is Java $version, but nn needs Java $need or later." >&2
    else
        start "$NN_JAVA_HOME" "$@"
    fi
    echo "help: set NN_JAVA_HOME to a JDK $need or later, or unset it so that nn looks for one" >&2
    exit 3
fi

on_path=$(command -v java) && on_path=$(readlink -f "$on_path") || on_path=
found=
for home in "${JAVA_HOME-}" "${on_path%/bin/java}" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    if [ -n "$home" ] && look "$home"; then
        [ "$major" -lt "$need" ] || start "$home" "$@"
        home=$(cd -P "$home" && pwd)
        case $found in
            *"($home)"*) ;;
            *) found="$found${found:+, }$version ($home)" ;;
        esac
    fi
done
echo "nn: needs Java $need or later, but ${found:+only }found ${found:-none}." >&2
echo "help: install a JDK $need or later (for example from https://adoptium.net), or set NN_JAVA_HOME to one" >&2
exit 3
