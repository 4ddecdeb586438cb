using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Accounts;

/// <summary>账户: how accounts are kept, the same for pages, API and command line.</summary>
public static class AccountsStart
{
    private const int WrongPasswordsAllowed = 5;
    private static readonly TimeSpan ShutOutFor = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountRegister>().AddScoped<OneTimeLinks>();
        services.AddIdentityCore<UserAccount>(Configure)
            .AddEntityFrameworkStores<TrackerDbContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = WrongPasswordsAllowed;
        options.Lockout.DefaultLockoutTimeSpan = ShutOutFor;

        // Long rather than odd: PasswordRules refuses what is easily guessed.
        options.Password.RequiredLength = PasswordRules.Shortest;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}
