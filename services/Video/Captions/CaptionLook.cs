using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Captions;

/// <summary>Where captions stand and how they look, in pixels of the frame.</summary>
/// <param name="Zone">Captions never leave it.</param>
/// <param name="Centred">Lines centred and the block centred vertically (wide films); else left-aligned from the top.</param>
/// <param name="Pill">Null: the active word has no pill and takes <paramref name="Active"/> as its colour.</param>
/// <param name="Scale">Pixels of the frame per pixel of the design (paddings and radii are given in design pixels).</param>
internal sealed record CaptionLook(SKRectI Zone, bool Centred, bool RightToLeft, TextStyle Style, float LineHeight, int MaxCharacters,
    SKColor Said, SKColor Next, SKColor Active, SKColor? Pill, bool Tall, float Scale);
