namespace Reelsmith.Speech.Normalisation.English;

internal static class WordRules
{
    public static Reading? Word(AtomContext context) => Reading.AsShown(context.Core, context.Core);
}
