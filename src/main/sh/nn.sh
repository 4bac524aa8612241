#!/bin/sh
exec java --add-modules=jdk.incubator.vector -jar "$0" "$@"
