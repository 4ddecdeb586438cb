using System.Text;
using Tracker.App.Reports;

namespace Tracker.Web.Tests.App;

/// <summary>The five reports that come with the product.</summary>
internal static class Seeds
{
    public static string Directory { get; } = SeedsDirectory.Find(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())!;

    public static string TaiyuanPlan { get; } = Report("taiyuan-cppcc_2025.txt");

    public static string TaiyuanReview { get; } = Report("taiyuan-cppcc_2026.txt");

    public static string Report(string file) => Path.Combine(Directory, "reports", file);

    public static string Text(string file) => File.ReadAllText(Report(file), Encoding.UTF8);

    /// <summary>A document handed in as bytes, with nothing known of it beside its text.</summary>
    public static SourceFile Document(string name, string text) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text));
}
