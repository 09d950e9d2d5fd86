using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Iommu;
using IoSpec.Native;
using IoSpec.Native.Dirty;
using IoSpec.Native.Iommu;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Native;

/// <summary>The structs of <c>iospec.h</c> and those of the suite are the same bytes, and so are the numbers.</summary>
public sealed class LayoutTests
{
    private static readonly Regex Word = Pattern.Of("(?<found>[A-Z][a-z0-9]*)");
    private static readonly Regex Backing = Pattern.Of("^<(?<found>\\w+)>");

    private static readonly (string Name, Type Type)[] Structs =
    [
        ("iospec_host", typeof(HostTable)), ("iospec_iommu_plugin", typeof(PluginTable)),
        ("iospec_dirty_plugin", typeof(PluginTable)), ("iospec_device", typeof(NativeDevice)),
        ("iospec_frames", typeof(FrameRegion)), ("iospec_range", typeof(IovaRange)),
        ("iospec_iommu_configuration", typeof(NativeIommuConfiguration)),
        ("iospec_iommu_operation", typeof(NativeIommuOperation)), ("iospec_piece", typeof(NativePiece)),
        ("iospec_fault", typeof(NativeFault)), ("iospec_iommu_observation", typeof(NativeIommuObservation)),
        ("iospec_dirty_configuration", typeof(NativeDirtyConfiguration)),
        ("iospec_dirty_operation", typeof(NativeDirtyOperation)),
        ("iospec_dirty_observation", typeof(NativeDirtyObservation)),
    ];

    // The enumerations whose values the header has in the same order, by its first value.
    private static readonly (string Names, Type Type)[] Enumerations =
    [
        ("CREATE_DOMAIN DESTROY_DOMAIN ATTACH DETACH BYPASS MAP UNMAP PROTECT RESTRICT INVALIDATE SUBMIT_INVALIDATION "
            + "AWAIT_INVALIDATIONS DMA INTERRUPT READ_FAULTS CLEAR_FAULTS RESET", typeof(NativeIommuKind)),
        ("NO_SUCH_DOMAIN DOMAIN_EXISTS DOMAIN_IN_USE NO_SUCH_REQUESTER BAD_RANGE BAD_RIGHTS OVERLAP PART_OF_MAPPING "
            + "RESERVED NOT_ATTACHED OUT_OF_RESOURCES", typeof(Refusal)),
        ("LANDED BLOCKED UNSEEN STRAY UNKNOWN", typeof(PieceOutcome)),
        ("FAULT_NOT_ATTACHED FAULT_BEYOND_WIDTH FAULT_NOT_PERMITTED FAULT_OTHER", typeof(FaultReason)),
        ("UNTRANSLATED TRANSLATION_REQUEST TRANSLATED", typeof(AddressType)),
        ("DMA_READ DMA_WRITE DMA_ATOMIC DMA_EXECUTE", typeof(DmaKind)),
        ("LEAF_4K LEAF_2M LEAF_1G", typeof(LeafSizes)),
        ("SYNC_NONE SYNC_REQUIRED SYNC_FALLIBLE", typeof(SyncRule)),
        ("EVERYTHING OF_DOMAIN OF_PAGES OF_REQUESTER", typeof(InvalidationScopes)),
        ("OVERLAP_REJECT OVERLAP_REPLACE", typeof(OverlapRule)),
        ("PARTIAL_SPLIT PARTIAL_REFUSE PARTIAL_WHOLE", typeof(PartialUnmapRule)),
        ("MERGE_ALIKE MERGE_REQUESTER", typeof(FaultMerging)),
        ("BYPASS_FEATURE PASID_FEATURE ATS_FEATURE INTERRUPTS_FEATURE PRIVILEGE_FEATURE QUEUE_FEATURE EXECUTE_FEATURE",
            typeof(IommuFeatures)),
        ("IOMMU_DONE IOMMU_REFUSED IOMMU_TRANSFERRED IOMMU_INTERRUPTED IOMMU_FAULTS IOMMU_UNSUPPORTED",
            typeof(NativeIommuAnswer)),
        ("DIRTY_START DIRTY_STOP DIRTY_MAP DIRTY_UNMAP DIRTY_WRITE DIRTY_BEGIN_WRITE DIRTY_END_WRITE DIRTY_COPY "
            + "DIRTY_REPORT DIRTY_BEGIN_REPORT DIRTY_END_REPORT DIRTY_PIN DIRTY_UNPIN DIRTY_ATTACH DIRTY_DETACH "
            + "DIRTY_MOVE", typeof(NativeDirtyKind)),
        ("DIRTY_DONE DIRTY_REFUSED DIRTY_BITMAP DIRTY_CONTENT DIRTY_UNSUPPORTED DIRTY_ARRIVED",
            typeof(NativeDirtyAnswer)),
        ("TYPE1 DEVICE_LOG IOMMUFD VHOST_LOG AGGREGATE", typeof(DirtyDialect)),
        ("START_KEEPS START_REFUSES START_CLEARS", typeof(SecondStart)),
        ("ANY_WINDOW MAPPED_WINDOW WHOLE_MAPPINGS ONE_MAPPING", typeof(WindowRule)),
        ("BY_IOMMU OWN_LOG EMULATED UNSEEN_WRITER PROCESSOR", typeof(WriterKind)),
        ("PEEK UNMAP_REPORTS PINS HOT_PLUG OVERLAPS MOVES", typeof(DirtyFeatures)),
    ];

    [SkippableFact]
    public void Every_member_of_every_struct_is_at_the_same_place()
    {
        var (lines, expected) = (new List<string>(), new List<string>());
        foreach (var (name, type) in Structs)
        {
            lines.Add($"printf(\"{name} %zu\\n\", sizeof({name}));");
            expected.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {Marshal.SizeOf(type)}"));
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                var member = $"{name}.{Snake(field.Name)}";
                lines.Add($"printf(\"{member} %zu\\n\", offsetof({name}, {Snake(field.Name)}));");
                expected.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{member} {Marshal.OffsetOf(type, field.Name)}"));
            }
        }

        Assert.Equal(expected, Printed(lines), StringComparer.Ordinal);
    }

    [SkippableFact]
    public void Every_name_of_a_number_stands_for_the_same_number()
    {
        var (lines, expected) = (new List<string>(), new List<string>());
        foreach (var (names, type) in Enumerations)
        {
            // What is 0 in a set, or before the first answer, has no name in the header.
            var values = Enum.GetValuesAsUnderlyingType(type).Cast<int>().Order().ToList();
            var words = names.Split(' ');
            Assert.InRange(values.Count - words.Length, 0, 1);
            foreach (var (word, value) in words.Zip(values.Skip(values.Count - words.Length)))
            {
                lines.Add($"printf(\"{word} %d\\n\", IOSPEC_{word});");
                expected.Add(string.Create(CultureInfo.InvariantCulture, $"{word} {value}"));
            }
        }

        Assert.Equal(expected, Printed(lines), StringComparer.Ordinal);
    }

    private static string[] Printed(List<string> lines)
    {
        Language.Require("native");
        using var run = new ToolRun();
        var source = new StringBuilder("#include \"iospec.h\"\n#include <stdio.h>\nint main(void) {\n");
        BuiltLibrary.Compile(run["print"], [], source.AppendJoin('\n', lines).Append("\nreturn 0; }\n").ToString());
        return Shell.Run(run["print"]).TrimEnd('\n').Split('\n');
    }

    private static string Snake(string field) => string.Join(
        '_', Word.All(Backing.All(field).FirstOrDefault() ?? field).Select(word => word.ToLowerInvariant()));
}
