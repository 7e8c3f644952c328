using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>An item of a points scene laid out.</summary>
/// <param name="Disc">Centre of its disc.</param>
/// <param name="Text">Empty when the texts of all items were left out.</param>
internal sealed record PlacedItem(SKPoint Disc, float Radius, TextBlock Title, TextBlock Text);
