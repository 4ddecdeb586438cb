using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Tracker.Web.Language;

namespace Tracker.Web.Hosting;

internal static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddCompression();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options => options.Cookie.SameSite = SameSiteMode.Strict);
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add(new UnknownHandler());
            });

        // Chinese stays readable in the pages' source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<Figures>();
        services.AddScoped(provider => Wording.For(LinkLanguage.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext)));
    }
}
