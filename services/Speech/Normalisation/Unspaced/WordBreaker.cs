using System.Runtime.InteropServices;

namespace Reelsmith.Speech.Normalisation.Unspaced;

/// <summary>ICU's word boundaries (UAX #29 with dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese), from the ICU that
/// .NET's own globalisation runs on.</summary>
internal static unsafe class WordBreaker
{
    private const int WordBoundaries = 1; // UBRK_WORD
    private const int Done = -1; // UBRK_DONE
    private const int Oldest = 50;
    private const int Newest = 99;

    private static readonly (nint Open, nint Next, nint Close) Functions = Load();

    public static bool Available => Functions.Open != 0;

    /// <summary>Ends of words and of what lies between them, the last being the text's length; null when ICU is not installed.</summary>
    public static IReadOnlyList<int>? Boundaries(string text, string locale)
    {
        if (!Available) return null;
        var open = (delegate* unmanaged[Cdecl]<int, byte*, char*, int, int*, nint>)Functions.Open;
        var next = (delegate* unmanaged[Cdecl]<nint, int>)Functions.Next;
        var close = (delegate* unmanaged[Cdecl]<nint, void>)Functions.Close;
        var ends = new List<int>();
        fixed (char* characters = text)
        fixed (byte* name = System.Text.Encoding.ASCII.GetBytes(locale + "\0"))
        {
            var error = 0;
            var iterator = open(WordBoundaries, name, characters, text.Length, &error);
            if (error > 0) return null;
            for (var end = next(iterator); end != Done; end = next(iterator)) ends.Add(end);
            close(iterator);
        }
        return ends;
    }

    // ICU puts its major version into library and function names
    private static (nint, nint, nint) Load()
    {
        for (var version = Newest; version >= Oldest; version--)
        {
            if (NativeLibrary.TryLoad($"libicuuc.so.{version}", out var library)
                && NativeLibrary.TryGetExport(library, $"ubrk_open_{version}", out var open)
                && NativeLibrary.TryGetExport(library, $"ubrk_next_{version}", out var next)
                && NativeLibrary.TryGetExport(library, $"ubrk_close_{version}", out var close)) return (open, next, close);
        }
        return default;
    }
}
