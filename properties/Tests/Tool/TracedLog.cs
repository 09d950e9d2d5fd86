using System.Globalization;
using System.Text;
using IoSpec.Engine;

namespace IoSpec.Tests.Tool;

/// <summary>Lines as QEMU writes them for a virtio IOMMU.</summary>
internal sealed class TracedLog
{
    private readonly List<string> _lines = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>A machine whose guest maps, accesses, unmaps and detaches, all of it rightly.</summary>
    /// <param name="isTimed">Whether the lines have times.</param>
    public static TracedLog OfGuest(bool isTimed = true)
    {
        var log = new TracedLog { IsTimed = isTimed };
        log.Add("get_features device supports features=0x10179000077");
        log.Add("init_iommu_mr init virtio-iommu-memory-region-0-24");
        log.Switch(0);
        log.Add("system_reset system reset!");
        log.Add("device_reset_exit reset!");
        log.Add("device_status driver status = 0");
        log.Add(
            "get_config page_size_mask=0xfffffffffffff000 input range start=0x0 input range end=0xffffffffffffffff "
            + "domain range start=0 domain range end=4294967295 probe_size=0x200 bypass=0x1");
        log.Add("fill_resv_property dev= 24, type=1 start=0xfee00000 end=0xfeefffff");
        log.Switch(1);
        log.Add("set_config bypass=0x0");
        log.Access(0x5000, null);
        log.Attach(1);
        log.Map(1, 0x1000, 0x2fff, 0x80000, 3);
        log.Map(1, 0x8000, 0x8fff, 0x90000, 1);
        log.Access(0x1234, 0x80234);
        log.Access(0x2ff8, 0x81ff8, flag: 2);
        log.Access(0x8010, 0x90010);
        log.Access(0x8010, null, flag: 2, faultFlags: 0x102);
        log.Access(0xfee00000, null, flag: 2, isShown: false);
        log.Add("unmap domain=1 virt_start=0x1000 virt_end=0x2fff");
        log.Add("unmap_done domain=1 virt_start=0x1000 virt_end=0x2fff");
        log.Access(0x1234, null);
        log.Detach(1);
        log.Add("put_domain Free domain=1");
        log.Access(0x8010, null);
        log.Attach(2);
        log.Map(2, 0x8000, 0x8fff, 0xa0000, 3);
        log.Access(0x8008, 0xa0008);
        return log;
    }

    /// <summary>Whether the lines have times.</summary>
    public bool IsTimed { get; private init; }

    /// <summary>The text of some lines.</summary>
    public static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>The bytes of some lines.</summary>
    public static byte[] Bytes(IEnumerable<string> lines) => Encoding.ASCII.GetBytes(Text(lines));

    /// <summary>Lines of a machine that was reset, where the endpoint 24 is in no domain and is blocked.</summary>
    public static TracedLog OfReset()
    {
        var log = new TracedLog { IsTimed = true };
        log.Add("system_reset system reset!");
        log.Switch(0);
        log.Add("device_reset_exit reset!");
        log.Switch(1);
        log.Add("set_config bypass=0x0");
        return log;
    }

    /// <summary>Adds a line.</summary>
    public void Add(string said)
    {
        var time = 100_000 + (_lines.Count * 150_000);
        _lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsTimed ? $"28270@{1795810830 + (time / 1_000_000)}.{time % 1_000_000:000000}:" : "")}"
            + $"virtio_iommu_{said}"));
    }

    /// <summary>The way of the endpoint's accesses is chosen.</summary>
    public void Switch(int isOn) => Add(
        $"switch_address_space Device 00:03.0 switching address space (iommu enabled={isOn.ToText()})");

    /// <summary>The endpoint comes into a domain.</summary>
    public void Attach(int domain, int isTranslated = 1)
    {
        Add($"attach domain={domain.ToText()} endpoint=24");
        Add("get_endpoint Alloc endpoint=24");
        Add($"get_domain Alloc domain={domain.ToText()}");
        Switch(isTranslated);
    }

    /// <summary>The endpoint leaves its domain.</summary>
    public void Detach(int domain)
    {
        Add($"detach domain={domain.ToText()} endpoint=24");
        Add($"detach_endpoint_from_domain domain={domain.ToText()} endpoint=24");
        Switch(1);
    }

    /// <summary>A range is mapped.</summary>
    public void Map(int domain, ulong first, ulong last, ulong to, int flags) => Add(
        $"map domain={domain.ToText()} virt_start=0x{first:x} virt_end=0x{last:x} phys_start=0x{to:x} "
        + $"flags={flags.ToText()}");

    /// <summary>The endpoint makes an access; it is blocked if it lands nowhere.</summary>
    public void Access(ulong at, ulong? to, int flag = 1, int faultFlags = 0x100, bool isShown = true)
    {
        Add($"translate mr=virtio-iommu-memory-region-0-24 rid=24 addr=0x{at:x} flag={flag.ToText()}");
        if (!isShown) return;
        Add(to is { } there
            ? $"translate_out 0x{at:x} -> 0x{there:x} for sid=24"
            : $"report_fault FAULT reason=2 flags={faultFlags.ToText()} endpoint=24 address =0x{at:x}");
    }
}
