using System.Text;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class ScenarioFuzzTests
{
    private const int Mutations = 2_000;
    private const ulong Seed = 0x10_5bec;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e999", "0x", "\"0x1\"",
        "\"kind\":", "{\"kind\":\"reset\"}", "\ufeff", "\0", "\u2028", "18446744073709551616", "/*", "\n", "[[[[[[[[",
    ];

    [Fact]
    public void A_spoiled_scenario_is_read_or_refused_in_one_line()
    {
        var random = new SmallRandom(Seed);
        var whole = Encoding.UTF8.GetBytes(ScenarioFormat.Write(IommuSamples.Scenario, IommuSamples.Types));
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var spoiled = whole.ToList();
            for (var edits = 1 + random.Below(3); edits > 0; edits--) Spoil(spoiled, random);
            if (!IsRead(spoiled.ToArray(), i)) refused++;
        }

        Assert.InRange(refused, Mutations / 2, Mutations - 1);
    }

    private static bool IsRead(byte[] utf8, int mutation)
    {
        try
        {
            var scenario = ScenarioFormat.Read(utf8, "fuzz", IommuSamples.TypesOf);
            var again = ScenarioFormat.Write(scenario, IommuSamples.Types);
            Assert.Equal(scenario, ScenarioFormat.Read(again, "again", IommuSamples.TypesOf));
            return true;
        }
        catch (BadInputException e)
        {
            Assert.DoesNotContain(e.Message, char.IsControl);
            Assert.Matches("^fuzz:[1-9][0-9]*:[1-9][0-9]*: .", e.Message);
            return false;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"Mutation {mutation} is answered with {e.GetType()}.", e);
        }
    }

    private static void Spoil(List<byte> text, SmallRandom random)
    {
        if (text.Count == 0) return;
        var at = random.Below(text.Count);
        var length = Math.Min(1 + random.Below(1 << random.Below(8)), text.Count - at);
        switch (random.Below(7))
        {
            case 0: text[at] ^= (byte)(1 << random.Below(8)); break;
            case 1: text[at] = (byte)random.Next(); break;
            case 2: text.RemoveRange(at, length); break;
            case 3: text.InsertRange(random.Below(text.Count), text.GetRange(at, length)); break;
            case 4: text.InsertRange(at, Encoding.UTF8.GetBytes(random.Of(Tokens))); break;
            case 5: text.RemoveRange(at, text.Count - at); break;
            default: SwapLines(text, random); break;
        }
    }

    // What is well-formed and in the wrong place comes furthest.
    private static void SwapLines(List<byte> text, SmallRandom random)
    {
        var lines = Encoding.Latin1.GetString([.. text]).Split('\n');
        var (one, other) = (random.Below(lines.Length), random.Below(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        text.Clear();
        text.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
