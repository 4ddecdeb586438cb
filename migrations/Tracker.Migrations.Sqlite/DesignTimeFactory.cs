using Microsoft.EntityFrameworkCore.Design;
using Tracker.Data;

namespace Tracker.Migrations.Sqlite;

/// <summary>Gives the migrations tool a context of this provider; it never connects.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<TrackerDbContext>
{
    public TrackerDbContext CreateDbContext(string[] args) => DatabaseSettings.SqliteIn(".").Open();
}
