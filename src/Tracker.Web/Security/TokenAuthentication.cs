using System.Security.Claims;
using System.Text.Encodings.Web;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tracker.App.Accounts;
using Tracker.Data.Entities;

namespace Tracker.Web.Security;

/// <summary>访问令牌: <c>Authorization: Bearer TOKEN</c>. A request that names a token is judged by it alone, whatever cookies it carries.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IMediator mediator,
    IUserClaimsPrincipalFactory<UserAccount> claims)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "Bearer";
    private const string Prefix = Scheme + " ";

    public static bool IsAttempted(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token, and no cookie, says who asks.</summary>
    public static bool Vouches(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Scheme);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsAttempted(Request))
        {
            return AuthenticateResult.NoResult();
        }

        var token = Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        if ((await mediator.Send(new CheckToken.Query(token), Context.RequestAborted)).User is not { } user)
        {
            return AuthenticateResult.Fail("The token is unknown or revoked, or its account is locked.");
        }

        var principal = await claims.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Scheme, "true"));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Refusal.AnswerAsync(Context, StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusal.AnswerAsync(Context, StatusCodes.Status403Forbidden);
}
