using IoSpec.Contracts.Migration;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Migration;

/// <summary>
/// The first step of every change, for each set of states, as the vectors have it; their file says where from.
/// </summary>
internal static class NextStateVectors
{
    private const string File = "fixtures/scenarios/vectors/migration/next-states.txt";
    private const string Refused = "-";
    private const string Same = ".";

    private static readonly SortedDictionary<string, DeviceState> States = new(StringComparer.Ordinal)
    {
        ["STOP"] = DeviceState.Stop,
        ["RUN"] = DeviceState.Running,
        ["COPY"] = DeviceState.StopCopy,
        ["RES"] = DeviceState.Resuming,
        ["R2P"] = DeviceState.RunningP2P,
        ["PC"] = DeviceState.PreCopy,
        ["PC2P"] = DeviceState.PreCopyP2P,
    };

    private static readonly SortedDictionary<string, MigrationFlags> Flags = new(StringComparer.Ordinal)
    {
        ["STOP_COPY"] = MigrationFlags.StopCopy,
        ["P2P"] = MigrationFlags.P2P,
        ["PRE_COPY"] = MigrationFlags.PreCopy,
    };

    /// <summary>Every pair of states of every set: where a change from one to the other goes first.</summary>
    public static IReadOnlyList<(MigrationTraits Traits, DeviceState From, DeviceState To, DeviceState? First)> All
    {
        get;
    } = [.. Read()];

    private static IEnumerable<(MigrationTraits, DeviceState, DeviceState, DeviceState?)> Read()
    {
        var traits = Devices.Full;
        string[] columns = [];
        foreach (var line in Repository.Lines(File))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#')) continue;
            if (words[0] == "set")
            {
                traits = Devices.Of(words[1..].Aggregate(MigrationFlags.None, (all, word) => all | Flags[word]));
                columns = [];
            }
            else if (columns.Length == 0)
            {
                columns = words;
            }
            else
            {
                Xunit.Assert.Equal(columns.Length, words.Length - 1);
                var from = States[words[0]];
                for (var i = 0; i < columns.Length; i++)
                    yield return (traits, from, States[columns[i]], First(from, words[i + 1]));
            }
        }
    }

    private static DeviceState? First(DeviceState from, string word) => word switch
    {
        Refused => null,
        Same => from,
        _ => States[word],
    };
}
