using Microsoft.Extensions.DependencyInjection;

namespace Tracker.App.Subscriptions;

internal static class SubscriptionsStart
{
    public static void AddSubscriptions(this IServiceCollection services) => services.AddScoped<ReaderRegister>().AddScoped<SubscriptionRegister>();
}
