using Reelsmith.Models.Torch;
using TorchSharp;

namespace Reelsmith.Models.Tests.Torch;

public sealed class TorchRuntimeTests
{
    public TorchRuntimeTests() => TorchRuntime.Ensure();

    [Fact]
    public void A_matrix_product_agrees_with_plain_loops()
    {
        const int rows = 37, inner = 53, columns = 29;
        var random = new Random(7);
        var a = Enumerable.Range(0, rows * inner).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var b = Enumerable.Range(0, inner * columns).Select(_ => random.NextSingle() - 0.5f).ToArray();

        using var left = torch.tensor(a, [rows, inner]);
        using var right = torch.tensor(b, [inner, columns]);
        using var product = left.mm(right);
        var actual = product.data<float>().ToArray();

        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var expected = Enumerable.Range(0, inner).Sum(k => (double)a[(r * inner) + k] * b[(k * columns) + c]);
                Assert.Equal(expected, actual[(r * columns) + c], 1e-4);
            }
        }
    }

    [Fact]
    public void A_gradient_flows_through_a_module()
    {
        using var scope = torch.NewDisposeScope();
        torch.random.manual_seed(1);
        var layer = torch.nn.Linear(4, 1);
        var loss = torch.nn.functional.mse_loss(layer.forward(torch.ones(2, 4)), torch.zeros(2, 1));

        loss.backward();

        Assert.True(layer.weight.grad!.abs().sum().item<float>() > 0);
    }
}
