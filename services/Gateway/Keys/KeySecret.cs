using System.Buffers;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Reelsmith.Gateway.Keys;

/// <summary>The secret of a key: "rsk_" and 32 random bytes in base 62, 43 digits.</summary>
internal static class KeySecret
{
    public const string Prefix = "rsk_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);
    private const int Bytes = 32;
    private const int Length = 43; // 62^43 > 2^256

    public static string New()
    {
        var number = new BigInteger(RandomNumberGenerator.GetBytes(Bytes), isUnsigned: true);
        var digits = new char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            digits[i] = Digits[(int)digit];
        }
        return Prefix + new string(digits);
    }

    /// <summary>Whether a text has the shape of a secret at all.</summary>
    public static bool IsOne(string text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(DigitSet) < 0;

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
