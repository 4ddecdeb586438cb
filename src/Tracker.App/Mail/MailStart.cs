using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tracker.Data;

namespace Tracker.App.Mail;

internal static class MailStart
{
    public static void AddMail(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => MailSettings.Of(provider.GetService<IConfiguration>(), provider.GetRequiredService<DatabaseSettings>().DataDirectory));
        services.AddScoped<SignedLinks>().AddScoped<Outbox>().AddSingleton<MailLinks>();
        services.AddScoped<MailDesk>().AddScoped<MailLane>().AddSingleton<PickupFolder>().AddSingleton<SmtpServer>();
        services.TryAddSingleton<IMailTransport>(provider => provider.GetRequiredService<MailSettings>().Host is null
            ? provider.GetRequiredService<PickupFolder>()
            : provider.GetRequiredService<SmtpServer>());
    }
}
