# Built from the sources alone: packages come from the registries that the build machine is set up for.
#   docker build -t tracker .        docker compose up -d
ARG IMAGES=mcr.microsoft.com/dotnet

FROM ${IMAGES}/sdk:10.0 AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY seeds seeds
COPY migrations migrations
COPY src src
RUN dotnet publish src/Tracker.Web -c Release -o /app/web \
 && dotnet publish src/Tracker.Cli -c Release -o /app/cli

FROM ${IMAGES}/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libsqlite3-0 poppler-utils tesseract-ocr tesseract-ocr-chi-sim postgresql-client util-linux tzdata curl \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown 1654:1654 /data
COPY --from=build /app /app
COPY seeds /app/seeds
RUN ln -s /app/cli/tracker /usr/local/bin/tracker
ENV ASPNETCORE_URLS=http://+:5080 \
    Tracker__DataDirectory=/data \
    Tracker__SeedsDirectory=/app/seeds \
    DOTNET_CLI_TELEMETRY_OPTOUT=1
# The account that the base image makes for programs.
USER 1654
WORKDIR /data
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD curl --fail --silent http://localhost:5080/healthz || exit 1
ENTRYPOINT ["dotnet", "/app/web/Tracker.Web.dll"]
