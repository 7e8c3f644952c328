using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SkiaSharp;

namespace Reelsmith.Video.Frames;

/// <summary>BGRA to yuv420p: ITU-R BT.709, limited range, chroma the mean of four pixels. Integers only, so that every
/// processor gives the same bytes: with AVX2 32 × 2 pixels at a time, else one by one.</summary>
internal static unsafe class ColourConversion
{
    private const int Block = 32;

    // BT.709-6 §3: Y' = .2126 R' + .7152 G' + .0722 B', scaled to 219 (luma) and 224 (chroma) steps of 255, times 2^15.
    private const short YB = 2032, YG = 20127, YR = 5983;
    private const short UB = 14392, UG = -11094, UR = -3298;
    private const short VB = -1319, VG = -13073, VR = 14392;
    private const int YShift = 15, YOffset = (16 << YShift) + (1 << (YShift - 1));
    private const int CShift = 17, COffset = (128 << CShift) + (1 << (CShift - 1)); // the sum of four pixels: two bits more

    /// <summary>Converts the pixels of a rectangle, widened to whole chroma samples.</summary>
    public static void Convert(BgraFrame from, YuvFrame to, SKRectI rect) => Convert(from, to, rect, Avx2.IsSupported);

    public static void Convert(BgraFrame from, YuvFrame to, SKRectI rect, bool vectors)
    {
        var left = Math.Max(0, rect.Left) & ~1;
        var top = Math.Max(0, rect.Top) & ~1;
        var right = (Math.Min(from.Width, rect.Right) + 1) & ~1;
        var bottom = (Math.Min(from.Height, rect.Bottom) + 1) & ~1;
        if (vectors && right - left < Block && from.Width >= Block)
        {
            left = Math.Min(left, from.Width - Block);
            right = left + Block;
        }
        vectors &= right - left >= Block;
        for (var y = top; y < bottom; y += 2)
        {
            var x = left;
            if (vectors)
            {
                for (; x <= right - Block; x += Block) ConvertBlock(from, to, x, y);
                if (x < right) ConvertBlock(from, to, right - Block, y); // overlaps the one before
            }
            else
            {
                for (; x < right; x += 2) ConvertQuad(from, to, x, y);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ConvertQuad(BgraFrame from, YuvFrame to, int x, int y)
    {
        int blue = 0, green = 0, red = 0;
        for (var dy = 0; dy < 2; dy++)
        {
            for (var dx = 0; dx < 2; dx++)
            {
                var pixel = from.Pixels + ((long)(y + dy) * from.Stride) + ((x + dx) * 4);
                int b = pixel[0], g = pixel[1], r = pixel[2];
                to.Y[((y + dy) * to.Width) + x + dx] = (byte)(((YB * b) + (YG * g) + (YR * r) + YOffset) >> YShift);
                blue += b;
                green += g;
                red += r;
            }
        }
        var chroma = (y / 2 * (to.Width / 2)) + (x / 2);
        to.U[chroma] = (byte)(((UB * blue) + (UG * green) + (UR * red) + COffset) >> CShift);
        to.V[chroma] = (byte)(((VB * blue) + (VG * green) + (VR * red) + COffset) >> CShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a short run would spend itself in the quick first version of this
    private static void ConvertBlock(BgraFrame from, YuvFrame to, int x, int y)
    {
        var upper = from.Pixels + ((long)y * from.Stride) + (x * 4);
        var lower = upper + from.Stride;
        var luma = to.Y + (y * to.Width) + x;
        var chroma = (y / 2 * (to.Width / 2)) + (x / 2);

        // Eight pixels of two rows at a time; s holds the sums of each two-by-two square as words B G R A.
        Eight(upper, lower, out var y0, out var y4, out var u0, out var v0);
        Eight(upper + 32, lower + 32, out var y1, out var y5, out var u1, out var v1);
        Eight(upper + 64, lower + 64, out var y2, out var y6, out var u2, out var v2);
        Eight(upper + 96, lower + 96, out var y3, out var y7, out var u3, out var v3);
        Bytes(y0, y1, y2, y3).Store(luma);
        Bytes(y4, y5, y6, y7).Store(luma + to.Width);

        // u0…u3 hold 2 + 2 sums each in their lower halves' order; one pack gives 16 bytes of U and 16 of V.
        var uv = Bytes(Avx2.UnpackLow(u0.AsInt64(), v0.AsInt64()).AsInt32(), Avx2.UnpackLow(u1.AsInt64(), v1.AsInt64()).AsInt32(),
            Avx2.UnpackLow(u2.AsInt64(), v2.AsInt64()).AsInt32(), Avx2.UnpackLow(u3.AsInt64(), v3.AsInt64()).AsInt32());
        // each group of eight bytes is now U U V V U U V V
        var sorted = Avx2.Shuffle(uv, Vector256.Create((byte)0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15, 0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15));
        var planes = Avx2.Permute4x64(sorted.AsInt64(), 0b11_01_10_00).AsByte();
        planes.GetLower().Store(to.U + chroma);
        planes.GetUpper().Store(to.V + chroma);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(byte* upper, byte* lower, out Vector256<int> yUpper, out Vector256<int> yLower, out Vector256<int> u, out Vector256<int> v)
    {
        var zero = Vector256<byte>.Zero;
        var a = Vector256.Load(upper);
        var b = Vector256.Load(lower);
        var a0 = Avx2.UnpackLow(a, zero).AsInt16(); // pixels 0 1 | 4 5
        var a1 = Avx2.UnpackHigh(a, zero).AsInt16(); // pixels 2 3 | 6 7
        var b0 = Avx2.UnpackLow(b, zero).AsInt16();
        var b1 = Avx2.UnpackHigh(b, zero).AsInt16();
        yUpper = Weigh(a0, a1, Weights(YB, YG, YR), YOffset, YShift);
        yLower = Weigh(b0, b1, Weights(YB, YG, YR), YOffset, YShift);

        var c0 = Avx2.Add(a0, b0).AsInt64();
        var c1 = Avx2.Add(a1, b1).AsInt64();
        var s = Avx2.Add(Avx2.UnpackLow(c0, c1).AsInt16(), Avx2.UnpackHigh(c0, c1).AsInt16()); // squares 0 1 | 2 3
        u = Weigh(s, s, Weights(UB, UG, UR), COffset, CShift);
        v = Weigh(s, s, Weights(VB, VG, VR), COffset, CShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Weigh(Vector256<short> first, Vector256<short> second, Vector256<short> weights, int offset, [ConstantExpected] byte shift) =>
        Avx2.ShiftRightArithmetic(Avx2.Add(Avx2.HorizontalAdd(Avx2.MultiplyAddAdjacent(first, weights), Avx2.MultiplyAddAdjacent(second, weights)), Vector256.Create(offset)), shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Weights(short b, short g, short r) => Vector256.Create(b, g, r, 0, b, g, r, 0, b, g, r, 0, b, g, r, 0);

    // Packing works within 128-bit halves; the permutation puts the eight groups of four back in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Bytes(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d) =>
        Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(a, b), Avx2.PackSignedSaturate(c, d)).AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
}
