namespace Tracker.Core.Domain;

/// <summary>What a report says of itself, read from title, date line, presenter line and headings.</summary>
/// <param name="Body">机构: short name such as 太原市政协 or 安徽省人民政府; empty where it cannot be told.</param>
/// <param name="BodyKind">Kind of body: <c>cppcc</c>, <c>gov</c>, <c>discipline</c>, <c>congress</c>, <c>court</c>, <c>procuratorate</c>, <c>other</c>.</param>
/// <param name="PlanYear">The year that the plan plans; null where there is no plan.</param>
/// <param name="ReviewYear">The year that the review reviews; null where there is no review.</param>
/// <param name="Delivered">The day on which it was read.</param>
/// <param name="Presenter">Who read it; empty where it cannot be told.</param>
public sealed record ReportMetadata(
    string Title, string Body, string BodyKind, int? PlanYear, int? ReviewYear, DateOnly? Delivered, string Presenter);
