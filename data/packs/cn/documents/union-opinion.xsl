<?xml version="1.0" encoding="UTF-8"?>
<!-- 工会意见书：空白交给工会，由工会自己填写；公司不替工会写意见。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">工会意见书</title>
      <address id="addressee"><field path="company/@name"/>：</address>
      <p id="received">贵公司<xsl:choose><xsl:when test="company/union/@notified"><field path="company/union/@notified" as="date"/></xsl:when><xsl:otherwise><blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</xsl:otherwise></xsl:choose>关于拟解除<field path="employee/@name" as="name"/>劳动合同理由的通知<xsl:if test="case/@number">（编号：<field path="case/@number"/>）</xsl:if>收悉。经研究，本会意见如下（请在□内打“√”）：</p>
      <table id="opinions" columns="5 5">
        <row><cell>□ 对事实、依据和程序没有不同意见</cell><cell/></row>
        <row><cell>□ 认为事实尚需查清，具体是</cell><cell><blank size="14"/></cell></row>
        <row><cell>□ 认为违反法律、法规或者劳动合同，要求重新研究处理，理由是</cell><cell><blank size="14"/></cell></row>
        <row><cell>□ 建议协商变更、调整岗位、培训或者以其他方式解决，具体是</cell><cell><blank size="14"/></cell></row>
        <row><cell>□ 其他意见</cell><cell><blank size="14"/></cell></row>
      </table>
      <note id="reply"><xsl:if test="company/union/@reply-by">公司请贵会于<field path="company/union/@reply-by" as="date"/>前书面答复。</xsl:if>本意见书由工会填写，公司收到后逐项研究，并将处理结果书面通知工会。</note>
      <sign id="sign" kind="line">
        <row><cell>工会（盖章）：<blank size="10"/></cell><cell>工会主席（签名）：<blank size="8"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>
</xsl:stylesheet>
