<?xml version="1.0" encoding="UTF-8"?>
<!-- 送达的是哪一份文书：送达回证、快递面单、公告共用。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:template name="delivered">
    <xsl:choose>
      <xsl:when test="case/delivery/@document='certificate-of-leaving'">解除劳动合同证明</xsl:when>
      <xsl:when test="case/delivery/@document='union-letter'">关于拟解除劳动合同理由的通知</xsl:when>
      <xsl:when test="case/delivery/@document='renewal-offer'">续订劳动合同意向征询书</xsl:when>
      <xsl:when test="case/delivery/@document='extension-notice'">劳动合同期限续延通知书</xsl:when>
      <xsl:when test="starts-with(departure/@ground, 'cn.38')">关于解除劳动合同通知的回函</xsl:when>
      <xsl:when test="departure/@kind='resignation' or departure/@ground='cn.37'">辞职受理确认函</xsl:when>
      <xsl:when test="departure/@kind='mutual' or starts-with(departure/@ground, 'cn.36')">协商解除劳动合同协议书</xsl:when>
      <xsl:when test="departure/@kind='dismissal' or starts-with(departure/@ground, 'cn.39') or starts-with(departure/@ground, 'cn.40') or starts-with(departure/@ground, 'cn.41')">解除劳动合同通知书</xsl:when>
      <xsl:when test="departure/@ground='cn.71'">终止非全日制用工通知书</xsl:when>
      <xsl:when test="departure/@ground='cn.overage'">终止用工协议通知书</xsl:when>
      <xsl:when test="departure/@kind='expiry' or departure/@kind='retirement' or starts-with(departure/@ground, 'cn.44') or starts-with(departure/@ground, 'cn.r') or departure/@ground='cn.task'">终止劳动合同通知书</xsl:when>
      <xsl:otherwise><blank size="14"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
