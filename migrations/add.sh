#!/usr/bin/env bash
# Adds a migration to both providers: migrations/add.sh NAME
set -euo pipefail
name=${1:?usage: migrations/add.sh NAME}
cd "$(dirname "$0")"
command -v dotnet-ef >/dev/null || PATH="$PATH:$HOME/.dotnet/tools"
if ! command -v dotnet-ef >/dev/null; then
    echo "dotnet-ef is missing: dotnet tool install --global dotnet-ef --version 10.0.14" >&2
    exit 1
fi
for provider in Sqlite Postgres; do
    project=Tracker.Migrations.$provider
    # The design-time packages are for this alone: afterwards the project is restored as every other build wants it.
    EfDesign=true dotnet restore "$project" -v q --nologo
    EfDesign=true dotnet-ef migrations add "$name" --project "$project" --startup-project "$project" --output-dir Migrations
    dotnet restore "$project" -v q --nologo
done
