using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Digest;
using Tracker.App.Mail;
using Tracker.App.Runs;

namespace Tracker.App.Jobs;

public static class JobsStart
{
    /// <summary>The kinds of jobs that come with the product. Another one is one more line of this sort.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobKinds>().AddScoped<JobSender>().AddScoped<UsualSchedules>().AddSingleton<BackupFolder>().AddSingleton<Operations.InstalledPrograms>();
        services.AddSingleton(JobKind.Of(
            "inbox", cause => new ScanInbox.Command(cause), result => Note($"imported {result.Imported}, known {result.Known}, drafts {result.Drafts}, refused {result.Refused}"), new("*/5 * * * *", Data.Entities.MisfireRule.Skip)));
        services.AddSingleton(JobKind.Of(
            "run", cause => new RunPairs.Command(cause, Here: false), result => $"run {result.RunId}", new("30 1 * * *")));
        services.AddSingleton(JobKind.Of(
            "backup", _ => new BackUp.Command(), result => Note($"file {result.File}, kilobytes {result.Bytes / 1024}, removed {result.Removed}"), new("0 3 * * *")));
        services.AddSingleton(JobKind.Of(
            "retention", _ => new KeepTidy.Command(), result => Note($"links {result.Links}, firings {result.Firings}, backups {result.Backups}, expired {result.Drafts}"), new("30 3 * * 0")));
        services.AddSingleton(JobKind.Of("digest", _ => new RenderDigests.Command(), result => Note($"week {result.Week}, mails {result.Mails}, different {result.Contents}"), new("0 8 * * 1")));
        services.AddSingleton(JobKind.Of("mail", _ => new SendMail.Command(), result => result.ToString(), new("*/2 * * * *", Data.Entities.MisfireRule.Skip)));
        return services;
    }

    private static string Note(FormattableString figures) => figures.ToString(CultureInfo.InvariantCulture);
}
