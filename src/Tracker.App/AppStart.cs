using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Chains;
using Tracker.App.Coding;
using Tracker.App.Decisions;
using Tracker.App.Digest;
using Tracker.App.Documents;
using Tracker.App.Drafts;
using Tracker.App.Jobs;
using Tracker.App.Mail;
using Tracker.App.Publishing;
using Tracker.App.Reports;
using Tracker.App.Robots;
using Tracker.App.Runs;
using Tracker.App.SecondReading;
using Tracker.App.Subscriptions;

namespace Tracker.App;

/// <summary>Makes the use cases available to a program: its own slices in <c>slices</c> beside the shared ones here.</summary>
public static class AppStart
{
    public static IServiceCollection AddTrackerApp(this IServiceCollection services, params Assembly[] slices)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => TimeZones.From(provider.GetService<IConfiguration>()));
        services.AddScoped<ReportIntake>().AddScoped<BodyRegister>().AddScoped<ReportShelf>().AddScoped<SuccessionCheck>().AddScoped<DraftDesk>().AddScoped<DraftReader>().AddScoped<DecisionKeeper>().AddScoped<DecisionDesk>().AddScoped<ChainKeeper>().AddScoped<ChainReader>().AddScoped<Publisher>().AddScoped<WaitingResults>().AddScoped<Signature>();
        services.TryAddSingleton(provider => UploadSettings.Of(provider.GetService<IConfiguration>()));
        services.AddDocuments();
        services.AddScoped<AfterCommit>().AddSingleton<FollowUps>();
        services.AddRuns();
        services.AddSecondReading();
        services.AddScoped<Veil>().AddScoped<SampleVerdicts>();
        services.AddJobs();
        services.AddAuditLog().AddAccounts();
        services.AddMail();
        services.AddRobots();
        services.AddDigest();
        services.AddSubscriptions();

        ValidatorOptions.Global.LanguageManager = new RefusalWords();
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService).AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TimingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(VeilBehaviour<,>));
        return services.Scan(scan => scan
            .FromAssemblies(slices.Append(typeof(AppStart).Assembly).Distinct())
            .AddClasses(classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(IValidator<>)), publicOnly: false)
            .AsImplementedInterfaces().WithScopedLifetime());
    }
}
