using Tracker.Data;

namespace Tracker.Web.Hosting;

/// <summary>What this process does: serves pages, runs jobs, or both. Several processes may share one PostgreSQL database.</summary>
public sealed record Roles(bool Web, bool Jobs)
{
    /// <summary>Reads <c>Tracker:Roles</c>, such as <c>web,jobs</c>; both where it is not set.</summary>
    /// <exception cref="DatabaseSettingsException">A role is unknown, or there is none.</exception>
    public static Roles From(IConfiguration configuration)
    {
        var text = configuration["Tracker:Roles"] is { Length: > 0 } named ? named : "web,jobs";
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || names.Any(name => name is not ("web" or "jobs")))
        {
            throw new DatabaseSettingsException($"Tracker__Roles is '{text}': use web, jobs or web,jobs.");
        }

        return new Roles(names.Contains("web"), names.Contains("jobs"));
    }
}
