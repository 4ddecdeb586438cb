using Microsoft.Extensions.DependencyInjection;

namespace Tracker.App.Auditing;

public static class AuditLogStart
{
    public static IServiceCollection AddAuditLog(this IServiceCollection services) =>
        services.AddScoped<Actor>().AddScoped<AuditLog>().AddScoped<LogExport>();
}
