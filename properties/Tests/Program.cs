using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;

namespace IoSpec.Tests;

/// <summary>The tests' own worker process: the tool's knows neither the toy area nor these targets.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments is ["worker"]
        ? Worker.Serve(
            id => id == "toy" ? new ToyArea() : null,
            (connection, _) => FaultyTargets.Find(connection),
            Console.In,
            Console.Out)
        : 2;
}
