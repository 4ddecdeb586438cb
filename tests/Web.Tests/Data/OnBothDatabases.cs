using System.Reflection;
using Tracker.Data;
using Xunit.Sdk;

namespace Tracker.Web.Tests.Data;

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Skipped with its reason where there is no server, but never in continuous integration: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresServer.MissingBecause;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Postgres]];
}
