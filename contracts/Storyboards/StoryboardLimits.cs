namespace Reelsmith.Contracts;

/// <summary>How large a storyboard may be; docs/storyboard.schema.json says the same.</summary>
public static class StoryboardLimits
{
    public const int Bytes = 2 * 1024 * 1024;
    public const int Scenes = 500;
    public const int NarrationCharacters = 2_000;
    public const double SceneSeconds = 600;
    public const int TitleCharacters = 200;
    public const int LineCharacters = 300;
    public const int BodyCharacters = 600;
    public const int FigureCharacters = 24;
    public const int KeywordCharacters = 80;
    public const int Keywords = 40;
    public const int FewestPoints = 2;
    public const int MostPoints = 4;
    public const int Credits = 20;
    public const int Sources = 50;
}
