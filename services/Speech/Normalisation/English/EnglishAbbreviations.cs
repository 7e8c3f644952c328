namespace Reelsmith.Speech.Normalisation.English;

internal static class EnglishAbbreviations
{
    public static bool GoesOn(Atom atom, Atom next) => false;
}
