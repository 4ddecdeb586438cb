using Tracker.Core.Domain;

namespace Tracker.Web.Reading;

/// <summary>A heading or paragraph of a report as it is set on the page. Blocks follow each other without gap.</summary>
/// <param name="HeadingLevel">1 and up for a heading; 0 for a paragraph.</param>
/// <param name="Anchor">The element id of the section that starts here; empty where none does.</param>
public readonly record struct TextBlock(TextSpan Span, int HeadingLevel, string Anchor);
