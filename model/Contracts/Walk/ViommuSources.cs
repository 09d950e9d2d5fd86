namespace IoSpec.Contracts.Walk;

/// <summary>Where the virtio IOMMU is told.</summary>
internal static class ViommuSources
{
    /// <summary>The sources of what every format says.</summary>
    public static FormatSources All { get; } = new(
        Translation: Text("5.13.6.5, MAP request: PA = VA - virt_start + phys_start"),
        Configuration: Text("5.13.6.2: unattached endpoints that are not in bypass mode"),
        Requests: Text("5.13.6: no request of the IOMMU device names a PASID"),
        Presence: Text("5.13.6.9, VIRTIO_IOMMU_FAULT_R_MAPPING; 5.13, the fourth step of the introduction"),
        Rights: Text("5.13.6.5.2: no writes without VIRTIO_IOMMU_MAP_F_WRITE, reads perhaps without _READ"),
        Reserved: Text("5.13.6: there are no entries"),
        Levels: Text("5.13.6: there are no entries"),
        Width: Text("5.13.6, input_range: the addresses that the IOMMU is able to translate"),
        Output: Text("5.13.6.5: phys_start is any guest-physical address"),
        Aborts: Text("5.13.6: there are no entries"),
        Invalidation: Text(
            "5.13.6.6, UNMAP request: mappings covered are removed; 5.13.6.4.2: after DETACH no mapping is accessed"),
        Caching: Text("5.13.6.5: after the request succeeds, all endpoints of the domain can access the range"),
        Queue: Text("5.13.6: the device returns the request with a status in the used ring"),
        Records: Text("5.13.6.9, Fault reporting"),
        Fields: Text("5.13.6.9.2: a valid endpoint, reserved fields and undefined flags zero"),
        Codes: Text("5.13.6.9: VIRTIO_IOMMU_FAULT_R_DOMAIN and _MAPPING"),
        Marks: Text("5.13.6: there are no entries"));

    /// <summary>The sources of what it says of its requests.</summary>
    public static RequestSources Requests { get; } = new(
        Success: Text("5.13.6.2, status OK; 5.13.6.3.2, a device that does not reject; 5.13.6.6, examples 1 to 7"),
        Rejection: Text(
            "5.13.6.3.2, reserved, flags, endpoint; 5.13.6.4.2, endpoint; 5.13.6.5.2, flags that are not recognized"),
        Advice: Text(
            "5.13.6.3.2, bypass; 5.13.6.5.2, alignment, overlap, domain, bypass; 5.13.6.6.2, domain, bypass, split; "
            + "5.13.6.7.2, endpoint, properties; 5.13.6.8.1.2, RESV_MEM; 5.13.6, input_range"),
        Reserved: Text("5.13.6.2, virtio_iommu_req_head; 5.13.6.4.2, DETACH; 5.13.6.7.2, PROBE"),
        Unparsed: Text("5.13.6.2, a type that is not recognized; 5.13.6, a device that cannot find the tail"),
        Status: Text("5.13.6, virtio_iommu_req_tail"),
        Zeros: Text("5.13.6.2, virtio_iommu_req_tail; 5.13.6.7.2, the remaining bytes of properties"),
        Properties: Text("5.13.6.7.2, length and place of properties; 5.13.6.8.1, RESV_MEM"),
        Removal: Text("5.13.6.6.2: a mapping that is not covered in its entirety"),
        Length: Text("2.7.8.2: more may be written than the length of a used element says; 5.13.6.1, length zero"));

    private static Citation Text(string source) => new($"virtio 1.3, {source}", Basis.Text);
}
