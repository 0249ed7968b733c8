<?xml version="1.0" encoding="UTF-8"?>
<!-- 送达回证：随要送达的文书一起打印，当场填写。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="delivered.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">送达回证</title>
      <xsl:call-template name="number"/>
      <table id="receipt" columns="2 8">
        <row><cell>送达文书</cell><cell>《<xsl:call-template name="delivered"/>》<xsl:if test="case/@number">（编号：<field path="case/@number"/>）</xsl:if>　共<blank size="2"/>页</cell></row>
        <row><cell>受送达人</cell><cell><field path="employee/@name" as="name"/>　身份证件号码：<field path="employee/@identity" as="mask"/></cell></row>
        <row><cell>送达时间</cell><cell><blank size="4"/>年<blank size="3"/>月<blank size="3"/>日<blank size="3"/>时<blank size="3"/>分</cell></row>
        <row><cell>送达地点</cell><cell><xsl:choose><xsl:when test="employee/@address">□<field path="employee/@address"/>　□其他：<blank size="10"/></xsl:when><xsl:otherwise><blank size="26"/></xsl:otherwise></xsl:choose></cell></row>
        <row><cell>送达方式</cell><cell>□当面送达　□公证送达　□公告　□邮寄　单号：<blank size="8"/>　□电子送达　账号：<blank size="9"/></cell></row>
        <row><cell>受送达人签收</cell><cell>签名：<blank size="10"/>　<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日<blank size="2"/>时<blank size="2"/>分</cell></row>
        <row><cell>代收人签收</cell><cell>□同住成年亲属　□本人书面指定的人　姓名：<blank size="9"/>　签名：<blank size="9"/>　日期：<blank size="9"/></cell></row>
        <row><cell>没有签收的</cell><cell>□拒收　□拒签，文书已留置　□本人不在　□其他　录像编号：<blank size="5"/></cell></row>
        <row><cell>经过</cell><cell><blank size="31"/></cell></row>
        <row><cell>见证人（两人）</cell><cell>1.姓名及单位：<blank size="12"/>　签名：<blank size="8"/>　2.姓名及单位：<blank size="12"/>　签名：<blank size="8"/></cell></row>
        <row><cell>送达人（两人）</cell><cell>1.签名：<blank size="10"/>　　2.签名：<blank size="10"/></cell></row>
        <row><cell>备注</cell><cell><blank size="30"/></cell></row>
      </table>
      <note id="rules">签收仅表示收到，不表示同意文书的内容。当面送达被拒绝的，两名见证人签名或者全程录像，并在二十四小时内按确认的地址邮寄，面单上写明文书名称。</note>
    </document>
  </xsl:template>
</xsl:stylesheet>
