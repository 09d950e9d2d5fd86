using IoSpec.Contracts.Migration;

namespace IoSpec.Tests.Migration;

/// <summary>
/// The first step of every change, for each set of states, written down by hand from the table that Linux 6.12 works
/// by (drivers/vfio/vfio_main.c, vfio_mig_get_next_state).
/// </summary>
internal static class NextStateVectors
{
    /// <summary>The words of the tables, in which a dash is a refusal and a point the state that is there.</summary>
    private static readonly SortedDictionary<string, DeviceState> Names = new(StringComparer.Ordinal)
    {
        ["STOP"] = DeviceState.Stop,
        ["RUN"] = DeviceState.Running,
        ["COPY"] = DeviceState.StopCopy,
        ["RES"] = DeviceState.Resuming,
        ["R2P"] = DeviceState.RunningP2P,
        ["PC"] = DeviceState.PreCopy,
        ["PC2P"] = DeviceState.PreCopyP2P,
    };

    private static readonly (MigrationFlags Flags, string Table)[] Tables =
    [
        (MigrationFlags.StopCopy,
            """
            -     STOP  RUN   COPY  RES
            STOP  .     RUN   COPY  RES
            RUN   STOP  .     STOP  STOP
            COPY  STOP  STOP  .     STOP
            RES   STOP  STOP  STOP  .
            """),
        (MigrationFlags.StopCopy | MigrationFlags.P2P,
            """
            -     STOP  RUN   COPY  RES   R2P
            STOP  .     R2P   COPY  RES   R2P
            RUN   R2P   .     R2P   R2P   R2P
            COPY  STOP  STOP  .     STOP  STOP
            RES   STOP  STOP  STOP  .     STOP
            R2P   STOP  RUN   STOP  STOP  .
            """),
        (MigrationFlags.StopCopy | MigrationFlags.PreCopy,
            """
            -     STOP  RUN   COPY  RES   PC
            STOP  .     RUN   COPY  RES   RUN
            RUN   STOP  .     STOP  STOP  PC
            COPY  STOP  STOP  .     STOP  -
            RES   STOP  STOP  STOP  .     STOP
            PC    RUN   RUN   COPY  RUN   .
            """),
        (MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy,
            """
            -     STOP  RUN   COPY  RES   R2P   PC    PC2P
            STOP  .     R2P   COPY  RES   R2P   R2P   R2P
            RUN   R2P   .     R2P   R2P   R2P   PC    R2P
            COPY  STOP  STOP  .     STOP  STOP  -     -
            RES   STOP  STOP  STOP  .     STOP  STOP  STOP
            R2P   STOP  RUN   STOP  STOP  .     RUN   PC2P
            PC    RUN   RUN   PC2P  RUN   RUN   .     PC2P
            PC2P  R2P   R2P   COPY  R2P   R2P   PC    .
            """),
    ];

    /// <summary>Every pair of states of every set: where a change from one to the other goes first.</summary>
    public static IEnumerable<(MigrationTraits Traits, DeviceState From, DeviceState To, DeviceState? First)> All =>
        Tables.SelectMany(table => Rows(Devices.Of(table.Flags), table.Table));

    private static IEnumerable<(MigrationTraits, DeviceState, DeviceState, DeviceState?)> Rows(
        MigrationTraits traits, string table)
    {
        var rows = table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            var from = Names[row[0]];
            for (var column = 1; column < row.Length; column++)
            {
                var to = Names[rows[0][column]];
                DeviceState? first = row[column] switch { "-" => null, "." => from, var name => Names[name] };
                yield return (traits, from, to, first);
            }
        }
    }
}
