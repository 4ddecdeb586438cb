using Microsoft.Extensions.DependencyInjection;

namespace Tracker.App.Digest;

internal static class DigestStart
{
    public static void AddDigest(this IServiceCollection services) =>
        services.AddScoped<PeriodReader>().AddScoped<DueReaders>().AddScoped<LateItems>().AddScoped<DigestPrinter>().AddScoped<DigestRound>();
}
