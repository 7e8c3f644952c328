namespace Reelsmith.Video.Illustrations;

/// <summary>A picture that shows what a keyword means.</summary>
/// <param name="Score">About 1 for a picture that bears the best keyword's name; what is below the threshold is never given.</param>
/// <param name="Keyword">The keyword, as asked, that speaks most for it.</param>
internal sealed record PictureMatch(Picture Picture, double Score, string Keyword);
